"""What everything speaks in: records, shapes, periods, errors, and how they are written."""
