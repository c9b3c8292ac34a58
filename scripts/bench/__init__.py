"""Speed, memory and reach, as ratios measured in one run: `make bench`."""
