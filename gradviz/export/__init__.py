"""What leaves the program: pictures and tables, written whole or not at all."""
