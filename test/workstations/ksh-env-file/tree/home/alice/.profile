export ENV=$HOME/.kshrc
