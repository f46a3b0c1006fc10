namespace KeyAccount.Tool.Terminal;

/// <summary>What the program answers to the one who has started it.</summary>
internal enum ExitCode
{
    /// <summary>It did what was asked.</summary>
    Done = 0,

    /// <summary>The command line is wrong.</summary>
    Usage = 1,

    /// <summary>A file cannot be read or written, or its data are refused.</summary>
    Data = 2,

    /// <summary>There was nothing to do.</summary>
    NothingToDo = 3,
}
