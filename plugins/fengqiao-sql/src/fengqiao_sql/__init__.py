"""A store of fengqiao on a database server: PostgreSQL, through SQLAlchemy 2 and psycopg 3."""
