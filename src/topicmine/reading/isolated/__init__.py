"""What runs in the worker process. `child.py` is run as a script and loads one file of this folder per task.

The files here import nothing of the package: the child must be ready at once.
"""
