"""Questions made from the norms, each with exactly one right answer by the judge.

What can be said of the norms is drawn by a seed, and the judge is asked about every choice; an item is taken where it
finds exactly one right, and where the wording does not tell which.
"""
