"""One page to explore together: what stands on it, and the page itself."""
