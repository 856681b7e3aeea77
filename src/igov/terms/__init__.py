"""The nouns: places and faults, orders, assignments, verdicts, the knowledge base. Standard library only."""
