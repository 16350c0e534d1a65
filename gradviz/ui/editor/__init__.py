"""The formula editor: colours, brackets, completion, and where a mistake is."""
