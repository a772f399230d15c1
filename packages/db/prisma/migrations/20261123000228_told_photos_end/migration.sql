-- With the content of a case go the marks of photos that were told of and never came: nothing of them is awaited.
GRANT DELETE ON told_photo TO rembuk_worker;
