"""What tests share: a small valid site, and ways to plant content in it."""
