"""The recommender: understands a request, ranks films, learns taste."""
