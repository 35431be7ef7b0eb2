"""Coach: from measurements to advice, spoken and written."""
