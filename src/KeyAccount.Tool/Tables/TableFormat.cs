using System.Text;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Tables;

/// <summary>The format of a file with a table; unspecified parts are inferred from the file.</summary>
internal sealed record TableFormat
{
    /// <summary>What is between the fields; null to tell it from the header.</summary>
    public string? Separator { get; init; }

    /// <summary>The encoding; null for that of the byte order mark, and UTF-8 without one. Invalid bytes must throw.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Whether quotation marks are characters like others.</summary>
    public bool HasLiteralQuotes { get; init; }

    /// <summary>The sheet of a workbook; null for the only one with the columns.</summary>
    public string? Sheet { get; init; }

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
            throw new UsageException(
                $"'{name}' is not an encoding this machine knows; try utf-8, windows-1252, GB18030, Big5 or utf-16.", e);
        }
    }

    /// <summary>A separator by its name or as it is; null if it is none.</summary>
    public static string? SeparatorByName(string text) => text.ToUpperInvariant() switch
    {
        "" => null,
        "COMMA" => ",",
        "SEMICOLON" => ";",
        "TAB" or "\\T" => "\t",
        "PIPE" => "|",
        "SPACE" => " ",
        _ => text.AsSpan().ContainsAny('\r', '\n', '"') || text.AsSpan().ContainsAnyInRange('0', '9') ? null : text,
    };

    /// <summary>A separator as a person calls it.</summary>
    public static string NameOf(string separator) => separator switch
    {
        "," => "comma",
        ";" => "semicolon",
        "\t" => "tab",
        "|" => "pipe",
        " " => "space",
        _ => $"'{separator}'",
    };
}
