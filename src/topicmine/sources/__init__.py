"""The ten material sources: one file each says how such a document looks and which leads it yields."""
