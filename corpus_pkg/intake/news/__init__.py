"""Articles as agencies send and archives keep them: NITF, NewsML, RCV1, TEI and SGML."""
