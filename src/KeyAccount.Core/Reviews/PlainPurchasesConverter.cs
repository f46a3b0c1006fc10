using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>Reads and writes the purchases of a month in the form that the library writes, without looking at each property by its
/// metadata: an account has more of them than of anything else. Any other form throws an exception, and must be read by
/// <see cref="ReviewJson"/>.</summary>
internal sealed class PlainPurchasesConverter : JsonConverter<MonthlyPurchases>
{
    private const int Months = 12;

    private static readonly JsonEncodedText Month = JsonEncodedText.Encode("month");
    private static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amount");
    private static readonly JsonEncodedText Currency = JsonEncodedText.Encode("currency");

    private PlainPurchasesConverter()
    {
    }

    /// <summary>The account file with its purchases in this form.</summary>
    public static JsonTypeInfo<AccountFile> Account { get; } = (JsonTypeInfo<AccountFile>)new JsonSerializerOptions(
        ReviewJson.Default.Options) { Converters = { new PlainPurchasesConverter() } }.GetTypeInfo(typeof(AccountFile));

    public override MonthlyPurchases Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        YearMonth? month = null;
        decimal? amount = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMonth = month is null && reader.ValueTextEquals(Month.EncodedUtf8Bytes);
            var isAmount = amount is null && reader.ValueTextEquals(Amount.EncodedUtf8Bytes);
            if (!isMonth && !isAmount && (currency is not null || !reader.ValueTextEquals(Currency.EncodedUtf8Bytes)))
                throw new JsonException();
            reader.Read();
            if (isMonth)
                month = MonthOf(reader.ValueSpan);
            else if (isAmount)
                amount = reader.GetDecimal();
            else
                currency = reader.GetString() ?? throw new JsonException();
        }

        return reader.TokenType == JsonTokenType.EndObject && month is { } known && amount is { } sum
            ? new(known, sum) { Currency = currency } : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, MonthlyPurchases value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Month, YearMonthPattern.Iso.Format(value.Month));
        writer.WriteNumber(Amount, value.Amount);
        if (value.Currency is { } currency)
            writer.WriteString(Currency, currency);
        writer.WriteEndObject();
    }

    // 2026-03
    private static YearMonth MonthOf(ReadOnlySpan<byte> text)
    {
        if (text is not [_, _, _, _, (byte)'-', _, _])
            throw new JsonException();
        var (year, month) = (NumberOf(text[..4]), NumberOf(text[5..]));
        return year > 0 && month is > 0 and <= Months ? new(year, month) : throw new JsonException();
    }

    private static int NumberOf(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = char.IsAsciiDigit((char)digit) ? (10 * number) + digit - '0' : throw new JsonException();
        return number;
    }
}
