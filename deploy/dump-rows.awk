# Reads what pg_dumpall wrote; prints "schema.table<TAB>rows" of each table in it. Fails unless it was written to its end.
copying && $0 == "\\." { print table "\t" rows; copying = 0; next }
copying { rows++; next }
/^COPY / { table = $2; rows = 0; copying = 1; next }
/^-- PostgreSQL database cluster dump complete$/ { complete = 1 }
END { if (!complete) { print "the back-up breaks off" > "/dev/stderr"; exit 1 } }
