using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Purchases;

/// <summary>The purchases of an account added up.</summary>
internal sealed class AccountSum(string id, bool isTotal)
{
    public string Id { get; } = id;

    /// <summary>Whether its name is what totals are called.</summary>
    public bool IsNamedAsTotal { get; } = isTotal;

    public decimal Revenue { get; set; }

    public long Rows { get; private set; }

    public void Add(decimal amount, long rows = 1)
    {
        Rows += rows;
        try
        {
            var scale = Math.Max(Revenue.Scale, amount.Scale);
            Revenue += amount;

            // Decimal addition rounds away the last places when there are more than 28 digits.
            if (Revenue.Scale < scale)
                throw new OverflowException();
        }
        catch (OverflowException e)
        {
            throw new ToolException(
                $"the purchases of '{SafeText.Line(Id, 60)}' have more than 28 digits together and cannot be added exactly.", e);
        }
    }
}
