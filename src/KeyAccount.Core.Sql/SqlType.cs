using System.Globalization;

namespace KeyAccount.Core.Sql;

/// <summary>What a type of an engine is to us.</summary>
internal enum SqlKind
{
    /// <summary>One that no fact is read from.</summary>
    Other,

    /// <summary>A floating number.</summary>
    Float,

    /// <summary>An exact number with digits behind the point.</summary>
    Decimal,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A type as an engine writes it, read.</summary>
/// <param name="Word">The type without its sizes, in lower case.</param>
/// <param name="Kind">What it is to us.</param>
/// <param name="Scale">The digits behind the point of a decimal; null if they are not told.</param>
/// <param name="IsNullable">What the type itself says of null; null if it says nothing.</param>
internal sealed record SqlType(string Word, SqlKind Kind, int? Scale, bool? IsNullable)
{
    private static readonly Dictionary<string, SqlKind> Kinds = new(StringComparer.Ordinal)
    {
        ["double precision"] = SqlKind.Float, ["double"] = SqlKind.Float, ["float"] = SqlKind.Float, ["float4"] = SqlKind.Float,
        ["float8"] = SqlKind.Float, ["float32"] = SqlKind.Float, ["float64"] = SqlKind.Float, ["real"] = SqlKind.Float,
        ["decimal"] = SqlKind.Decimal, ["numeric"] = SqlKind.Decimal, ["number"] = SqlKind.Decimal, ["bignumeric"] = SqlKind.Decimal,
        ["money"] = SqlKind.Decimal, ["smallmoney"] = SqlKind.Decimal, ["bigdecimal"] = SqlKind.Decimal,
        ["int"] = SqlKind.Integer, ["integer"] = SqlKind.Integer, ["bigint"] = SqlKind.Integer, ["smallint"] = SqlKind.Integer,
        ["tinyint"] = SqlKind.Integer, ["hugeint"] = SqlKind.Integer, ["long"] = SqlKind.Integer, ["short"] = SqlKind.Integer,
        ["byte"] = SqlKind.Integer, ["int2"] = SqlKind.Integer, ["int4"] = SqlKind.Integer, ["int8"] = SqlKind.Integer,
        ["int16"] = SqlKind.Integer, ["int32"] = SqlKind.Integer, ["int64"] = SqlKind.Integer, ["uint8"] = SqlKind.Integer,
        ["uint16"] = SqlKind.Integer, ["uint32"] = SqlKind.Integer, ["uint64"] = SqlKind.Integer,
        ["utinyint"] = SqlKind.Integer, ["usmallint"] = SqlKind.Integer, ["uinteger"] = SqlKind.Integer, ["ubigint"] = SqlKind.Integer,
        ["bool"] = SqlKind.Boolean, ["boolean"] = SqlKind.Boolean, ["bit"] = SqlKind.Boolean,
        ["text"] = SqlKind.Text, ["varchar"] = SqlKind.Text, ["nvarchar"] = SqlKind.Text, ["char"] = SqlKind.Text,
        ["nchar"] = SqlKind.Text, ["character varying"] = SqlKind.Text, ["character"] = SqlKind.Text, ["string"] = SqlKind.Text,
        ["fixedstring"] = SqlKind.Text, ["enum8"] = SqlKind.Text, ["enum16"] = SqlKind.Text,
        ["date"] = SqlKind.Date, ["date32"] = SqlKind.Date,
    };

    /// <summary>The words of types that a fact is read from.</summary>
    public static string Known => string.Join(", ", Kinds.Keys.Where(word => Kinds[word] != SqlKind.Date));

    public static SqlType Of(string type)
    {
        var text = type.Trim().ToLowerInvariant();
        bool? isNullable = null;
        if (Unwrapped(ref text, "lowcardinality(") | Unwrapped(ref text, "nullable("))
            isNullable = type.Contains("nullable(", StringComparison.OrdinalIgnoreCase);
        if (text.EndsWith(" not null", StringComparison.Ordinal))
            (text, isNullable) = (text[..^9].TrimEnd(), false);
        else if (text.EndsWith(" null", StringComparison.Ordinal))
            (text, isNullable) = (text[..^5].TrimEnd(), true);
        int? scale = null;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var word = open < 0 ? text : text[..open].TrimEnd();
        if (open >= 0 && !text.EndsWith(')'))
            return new(word, SqlKind.Other, null, isNullable);
        if (open >= 0)
        {
            var close = text.IndexOf(')', open);
            var sizes = text[(open + 1)..close].Split(',');
            scale = sizes.Length < 2 ? 0
                : int.TryParse(sizes[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var told) ? told : null;
        }

        var kind = Kinds.GetValueOrDefault(word);
        return new(word, kind == SqlKind.Decimal && scale == 0 ? SqlKind.Integer : kind, kind == SqlKind.Decimal ? scale : null,
            isNullable);
    }

    private static bool Unwrapped(ref string text, string wrapper)
    {
        if (!text.StartsWith(wrapper, StringComparison.Ordinal) || !text.EndsWith(')'))
            return false;
        text = text[wrapper.Length..^1].Trim();
        return true;
    }
}
