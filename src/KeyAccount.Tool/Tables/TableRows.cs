namespace KeyAccount.Tool.Tables;

/// <summary>The rows of a table below its header, one after another: it is the current one. Empty rows and repeated headers are passed over
/// and counted.</summary>
internal abstract class TableRows : TableRow, IDisposable
{
    /// <summary>The rows without any value.</summary>
    public long EmptyRows { get; protected set; }

    /// <summary>The rows that hold the header again, as files do that were joined.</summary>
    public long RepeatedHeaders { get; protected set; }

    /// <summary>The current row as a whole, to compare it with others.</summary>
    public abstract ReadOnlySpan<byte> Whole { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract bool Read();

    /// <summary>Rows that outlast the current one; none yet.</summary>
    /// <param name="columns">The columns that will be asked for.</param>
    public abstract KeptRows Keep(IReadOnlyCollection<int> columns);

    public abstract void Dispose();
}
