"""What the user chose, as one frozen experiment, and the pure function from it to results. No Qt."""
