# Completion for bash: commands and options as the program itself lists them, files where files go.
_algemeente() {
    local cur prev words cword
    _init_completion || return
    local program=${words[0]}
    if ((cword == 1)) && [[ $cur != -* ]]; then
        local commands
        commands=$("$program" --help 2>/dev/null | awk '/^commands:/ { list = 1; next } /^$/ { list = 0 } list { print $1 }')
        COMPREPLY=($(compgen -W "$commands" -- "$cur"))
        return
    fi
    if [[ $cur == -* ]]; then
        local command=()
        ((cword > 1)) && command=("${words[1]}")
        local options
        options=$("$program" "${command[@]}" --help 2>/dev/null | grep -oE -- '^ +(-[a-z],)?--[a-z0-9-]+' | grep -oE -- '--[a-z0-9-]+')
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
        return
    fi
    case $prev in
        --out | --data) _filedir -d ;;
        --store) _filedir sqlite ;;
        --lang) COMPREPLY=($(compgen -W "nl en" -- "$cur")) ;;
        --events) COMPREPLY=($(compgen -W "first all none" -- "$cur")) ;;
        --csv) COMPREPLY=($(compgen -W "standard excel" -- "$cur")) ;;
        *) _filedir '@(toml|csv|sqlite|worlds)' ;;
    esac
}
complete -F _algemeente algemeente algemeente-mpi
