"""Learn the weights of the policy frames (see ``__main__``)."""
