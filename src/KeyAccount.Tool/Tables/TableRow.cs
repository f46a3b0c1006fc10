using System.Globalization;
using NodaTime;

namespace KeyAccount.Tool.Tables;

/// <summary>A row of a table below its header.</summary>
internal abstract class TableRow
{
    /// <summary>Where it is, as a person finds it: <c>line 5</c>.</summary>
    public string Where => string.Create(CultureInfo.InvariantCulture, $"{Word} {Number}");

    /// <summary>Its number, by which a person finds it.</summary>
    public abstract long Number { get; }

    /// <summary>What is wrong with it as a whole; null if nothing is.</summary>
    public virtual RowFault? Fault { get; protected set; }

    /// <summary>How a row is called: <c>line</c>, or <c>row</c> of a sheet.</summary>
    protected abstract string Word { get; }

    /// <summary>The field of a column in UTF-8, without blanks around it.</summary>
    public abstract ReadOnlySpan<byte> this[int column] { get; }

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
}
