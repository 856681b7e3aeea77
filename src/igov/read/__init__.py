"""Text becomes nouns: rules files and sentences go in, knowledge bases, claims and questions come out."""
