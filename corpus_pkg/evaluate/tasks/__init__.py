"""What runs on a gold set, task by task: the part of the pipeline that the set measures, timed and scored."""
