"""What an article has told so far, and what later words of it stand for."""
