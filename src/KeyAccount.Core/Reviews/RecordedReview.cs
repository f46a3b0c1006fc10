using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A review as kept in a history: the state of each account, with the reasons for its value.</summary>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
public sealed record RecordedReview
{
    private const string Model = "history";

    /// <summary>The version of its file (<see cref="FileFormat.History"/>): always the current one.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = FileFormat.History.Version;

    /// <summary>The date of the review.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The currency of every amount.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required string Currency { get; init => field = Guard.NotBlank(value); }

    /// <summary>The versions of the models used, by their ids.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public required IReadOnlyDictionary<string, string> Models { get; init => field = ValueMap.Of(value, nameof(Models)); }

    /// <summary>The state of each account, in the order of the review.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public required IReadOnlyList<ReviewPoint> Points { get; init => field = ValueList.Of(value, nameof(Points)); }

    /// <summary>Creates a record from a review of all accounts.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    public static RecordedReview Of(PortfolioReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new()
        {
            AsOf = review.AsOf, Currency = review.Currency, Models = review.Models, Points = [.. review.Accounts.Select(ReviewPoint.Of)],
        };
    }

    /// <summary>Creates a record from a review that runs account by account; no account is held whole.</summary>
    /// <param name="review">The review.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="InvalidModelException">A model refuses the facts of accounts; the exception holds all faults.</exception>
    public static RecordedReview Of(PortfolioReviewRun review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new()
        {
            AsOf = review.AsOf, Currency = review.Currency, Models = review.Models, Points = [.. review.Reviews().Select(ReviewPoint.Of)],
        };
    }

    /// <summary>Reads a record from JSON.</summary>
    /// <param name="json">The text that <see cref="ToJson"/> wrote.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a record; the exception holds every fault with its
    /// path.</exception>
    public static RecordedReview FromJson(string json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.RecordedReview, Model, FileFormat.History.Upgraded));

    /// <summary>Reads a record from JSON in UTF-8.</summary>
    /// <param name="json">The bytes of what <see cref="ToJson"/> wrote.</param>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a record; the exception holds every fault with its
    /// path.</exception>
    public static RecordedReview FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.RecordedReview, Model, FileFormat.History.Upgraded));

    /// <summary>Writes the record as JSON: the same bytes for the same review.</summary>
    /// <returns>An object, with non-ASCII characters unescaped.</returns>
    public string ToJson() => ReviewJson.TextOf(this, ReviewJson.Default.RecordedReview, isIndented: false);

    /// <summary>Extracts the lines that another review can be compared with.</summary>
    /// <returns>The line of each account.</returns>
    public ReviewSnapshot ToSnapshot() =>
        new() { AsOf = AsOf, Currency = Currency, Models = Models, Accounts = [.. Points.Select(point => point.Summary)] };

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The date and the number of accounts.</returns>
    public override string ToString() => Invariant($"RecordedReview {{ AsOf = {AsOf:R}, Points = {Points.Count} }}");

    private static RecordedReview Checked(RecordedReview record)
    {
        var faults = new List<ModelFault>();
        Portfolio.CheckIds("points", record.Points.Select(point => point.Summary.Id), faults, "summary.id");
        for (var i = 0; i < record.Points.Count; i++)
        {
            if (record.Points[i].AsOf != record.AsOf)
            {
                faults.Add(new(
                    Invariant($"points[{i}].asOf"),
                    Invariant($"it is {record.Points[i].AsOf:uuuu-MM-dd}; it must be {record.AsOf:uuuu-MM-dd}, the date of the review")));
            }
        }

        return faults.Count == 0 ? record : throw new InvalidModelException(Model, faults);
    }
}
