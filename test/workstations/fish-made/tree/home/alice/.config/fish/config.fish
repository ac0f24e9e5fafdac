corp-env fish | source
