"""Nouns become verdicts: standings, superiority, the judge, the role graph."""
