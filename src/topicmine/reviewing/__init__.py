"""Review of drafts: the rules, the engine that runs them, and the verdict a writer can use."""
