"""From a document as a value to paper and to a web page. Knows no screen and no database.

ReportLab and pikepdf are imported only in here, and this package only on first use: they cost a quarter of a second.
"""
