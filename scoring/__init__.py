"""The record of a joint call and what it means. No Qt, no ReportLab."""
