"""What every step page is made of: inputs, question rows, lists of records, and the page itself."""
