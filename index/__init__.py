"""What is searched: films, where they come from, and the artefacts on disk that find them."""
