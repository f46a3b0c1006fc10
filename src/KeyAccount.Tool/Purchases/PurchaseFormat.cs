using System.Text;
using KeyAccount.Tool.Terminal;
using NodaTime;

namespace KeyAccount.Tool.Purchases;

/// <summary>How to read a file of purchases: the columns, the period, the encoding.</summary>
internal sealed record PurchaseFormat
{
    /// <summary>The header of the column that names the account.</summary>
    public string Account { get; init; } = "account_id";

    /// <summary>The header of the column with the date; null for the usual one, which may be absent while no period is asked for.</summary>
    public string? Date { get; init; }

    /// <summary>The header of the column with the amount.</summary>
    public string Amount { get; init; } = "amount";

    /// <summary>The first day that counts; null for no beginning.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day that counts; null for no end.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The encoding of the file; invalid bytes must throw.</summary>
    public Encoding Encoding { get; init; } = EncodingByName("utf-8");

    /// <summary>A strict encoding: what it cannot read throws instead of turning into question marks.</summary>
    public static Encoding EncodingByName(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ToolException($"'{name}' is not an encoding this machine knows; try utf-8, GB18030, Big5 or utf-16.", e);
        }
    }
}
