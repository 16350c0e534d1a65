"""What the user chose, as one frozen experiment, and the pure function to its results. No Qt."""
