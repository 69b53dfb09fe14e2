"""What happens to found leads: recognition of documents, the gate, the value, the ranking."""
