"""Builds the causal language models: the next token as well as vectors."""
