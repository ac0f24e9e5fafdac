set -gx DO_NOT_TRACK 1
