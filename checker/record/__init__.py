"""What is sent round and filed beside the report: statement, comparison page, messages to owners, plan."""
