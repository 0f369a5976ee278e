"""A version on the Hugging Face Hub: a pure plan, then its effects."""
