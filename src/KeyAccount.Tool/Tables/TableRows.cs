using NodaTime;

namespace KeyAccount.Tool.Tables;

/// <summary>The rows of a table below its header, one after another. Empty rows and repeated headers are passed over and counted.</summary>
internal abstract class TableRows : IDisposable
{
    /// <summary>Where the current row is, as a person finds it: <c>line 5</c>.</summary>
    public abstract string Where { get; }

    /// <summary>The number of the current row, by which a person finds it.</summary>
    public abstract long Number { get; }

    /// <summary>What is wrong with the current row as a whole; null if nothing is.</summary>
    public RowFault? Fault { get; protected set; }

    /// <summary>The rows without any value.</summary>
    public long EmptyRows { get; protected set; }

    /// <summary>The rows that hold the header again, as files do that were joined.</summary>
    public long RepeatedHeaders { get; protected set; }

    /// <summary>The current row as a whole, to compare it with others.</summary>
    public abstract ReadOnlySpan<byte> Whole { get; }

    /// <summary>The field of a column in UTF-8, without blanks around it.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract bool Read();

    /// <summary>The field of a column as it stands in the file.</summary>
    public abstract string Text(int column);

    /// <summary>The number of a cell that is one by its kind; text is read by the column.</summary>
    public virtual bool TryNumber(int column, out decimal number)
    {
        number = 0;
        return false;
    }

    /// <summary>The date of a cell that is one by its kind.</summary>
    public virtual bool TryDate(int column, out LocalDate date)
    {
        date = default;
        return false;
    }

    public abstract void Dispose();
}
