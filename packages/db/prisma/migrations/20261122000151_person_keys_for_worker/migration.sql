-- Sample data goes the way of a phone too, under the worker's role: it meets the keys of a manifest as the web does.
GRANT EXECUTE ON FUNCTION manifest_person_keys(uuid) TO rembuk_worker;
