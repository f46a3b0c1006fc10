using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Purchases;

/// <summary>Rows, and the money in them.</summary>
internal readonly record struct Tally(long Rows, decimal Money)
{
    /// <summary>With one more row, or several that are so much together; the money stays exact.</summary>
    public Tally Add(decimal amount, long rows = 1)
    {
        try
        {
            var sum = Money + amount;
            return sum.Scale < Math.Max(Money.Scale, amount.Scale) ? throw new OverflowException() : new(Rows + rows, sum);
        }
        catch (OverflowException e)
        {
            throw new ToolException("the amounts together have more digits than a decimal holds, or are too large to be added exactly.", e);
        }
    }
}
