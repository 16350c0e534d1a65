"""The pictures of README and of the user guide: what is shown, and how it is taken."""
