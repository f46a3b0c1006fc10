using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Reviews;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stores reviews and plans in a database, through a context of your own with <see cref="ReviewTables"/>.</summary>
/// <remarks>Every call opens a context and ends it, so that the store may be shared between threads; what several programs write at once is
/// decided by the database: the first one is kept, the others are reported. What a later version of the library has written is refused
/// with an
/// <see cref="InvalidOperationException"/>, because an older one would lose what it does not know.</remarks>
public sealed class DatabaseReviewStore : IReviewStore
{
    private readonly Func<DbContext> _open;

    /// <summary>A store.</summary>
    /// <param name="open">Opens a context; the store disposes of it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> is null.</exception>
    /// <exception cref="NotSupportedException">The build for .NET 8 runs with Entity Framework Core 9, where the update of a plan is
    /// another method than in 8.</exception>
    public DatabaseReviewStore(Func<DbContext> open)
    {
        ArgumentNullException.ThrowIfNull(open);
#if NET8_0
        if (typeof(DbContext).Assembly.GetName().Version is { Major: not 8 } other)
        {
            throw new NotSupportedException(
                $"On .NET 8 the store of reviews needs Entity Framework Core 8, and this program has {other}. Use 8, or .NET 10 with "
                + "Entity Framework Core 10.");
        }
#endif
        _open = open;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No context is opened.</exception>
    public IReadOnlyList<LocalDate> Dates()
    {
        using var context = Open();
        return [.. context.Set<ReviewDate>().AsNoTracking().OrderBy(each => each.AsOf).Select(each => each.AsOf).AsEnumerable()
            .Select(LocalDate.FromDateOnly)];
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A later version of the library wrote it, or no context is opened.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is before the year 1.</exception>
    public RecordedReview? Read(LocalDate asOf)
    {
        var date = asOf.ToDateOnly();
        using var context = Open();
        if (context.Set<ReviewDate>().AsNoTracking().SingleOrDefault(each => each.AsOf == date) is not { } head)
            return null;
        Known(head.FormatVersion, FileFormat.History);
        var points = context.Set<ReviewStanding>().AsNoTracking().Where(each => each.AsOf == date).OrderBy(each => each.Place)
            .Select(each => each.Json).ToList();
        return new()
        {
            AsOf = asOf,
            Currency = head.Currency,
            Models = JsonSerializer.Deserialize(head.Models, ReviewJson.Default.IReadOnlyDictionaryStringString)!,
            Points = [.. points.Select(PointOf)],
        };
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="accountId"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A later version of the library wrote it, or no context is opened.</exception>
    public IReadOnlyList<ReviewPoint> PointsOf(string accountId)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        using var context = Open();
        if (context.Set<ReviewDate>().Max(each => (int?)each.FormatVersion) is { } latest)
            Known(latest, FileFormat.History);
        return [.. context.Set<ReviewStanding>().AsNoTracking().Where(each => each.AccountId == accountId).OrderBy(each => each.AsOf)
            .Select(each => each.Json).AsEnumerable().Select(PointOf)];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id of an account is longer than <see cref="ReviewTables.MostIdLength"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No context is opened.</exception>
    public bool TryAdd(RecordedReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        foreach (var point in review.Points)
            CheckId(point.Summary.Id, nameof(review));
        var date = review.AsOf.ToDateOnly();
        using var context = Open();
        context.Add(new ReviewDate(
            date, review.Currency, Compact(review.Models, ReviewJson.Default.IReadOnlyDictionaryStringString)));
        context.AddRange(review.Points.Select((point, place) => new ReviewStanding(
            point, place, Compact(point, ReviewJson.Default.ReviewPoint))));
        return IsSaved(context, other => other.Set<ReviewDate>().Any(each => each.AsOf == date));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException"><paramref name="accountId"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A later version of the library wrote it, or no context is opened.</exception>
    public StoredPlan? ReadPlan(string accountId)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        using var context = Open();
        if (context.Set<PlanRow>().AsNoTracking().SingleOrDefault(each => each.AccountId == accountId) is not { } row)
            return null;
        Known(row.FormatVersion, FileFormat.Plan);
        return new(JsonSerializer.Deserialize(row.Json, ReviewJson.Default.AccountPlan)!, row.Version);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id of the account is longer than <see cref="ReviewTables.MostIdLength"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No context is opened.</exception>
    public bool TryWrite(AccountPlan plan, int expectedVersion)
    {
        ArgumentNullException.ThrowIfNull(plan);
        CheckId(plan.AccountId, nameof(plan));
        var json = Compact(plan, ReviewJson.Default.AccountPlan);
        using var context = Open();
        if (expectedVersion > 0)
        {
            // One statement, so that the database decides.
            var (next, format) = (expectedVersion + 1, FileFormat.Plan.Version);
            return context.Set<PlanRow>()
                .Where(each => each.AccountId == plan.AccountId && each.Version == expectedVersion && each.FormatVersion <= format)
                .ExecuteUpdate(row => row.SetProperty(each => each.Json, json).SetProperty(each => each.Version, next)
                    .SetProperty(each => each.FormatVersion, format)) == 1;
        }

        context.Add(new PlanRow(plan.AccountId, 1, json));
        return IsSaved(context, other => other.Set<PlanRow>().Any(each => each.AccountId == plan.AccountId));
    }

    private DbContext Open() => _open()
        ?? throw new InvalidOperationException("open returned null; it must return a new context at each call.");

    private static void CheckId(string id, string name)
    {
        if (id.Length > ReviewTables.MostIdLength)
        {
            throw new ArgumentException(
                Invariant($"{name} has an account whose id has {id.Length} characters, '{id[..20]}…'; the tables keep ids of at most ")
                + Invariant($"{ReviewTables.MostIdLength}. Give it a shorter id."),
                name);
        }
    }

    private static void Known(int version, FileFormat format)
    {
        if (version > format.Version)
        {
            throw new InvalidOperationException(Invariant(
                $"The {format.Name} is of version {version}; this library reads versions up to {format.Version}. Update it."));
        }
    }

    private static ReviewPoint PointOf(string json) => JsonSerializer.Deserialize(json, ReviewJson.Default.ReviewPoint)!;

    private static string Compact<T>(T value, JsonTypeInfo<T> type) => ReviewJson.TextOf(value, type, isIndented: false);

    // Where saving fails because the row is there already, somebody else was first; any other failure is one.
    private bool IsSaved(DbContext context, Func<DbContext, bool> isThere)
    {
        try
        {
            context.SaveChanges();
            return true;
        }
        catch (DbUpdateException)
        {
            using var other = Open();
            if (isThere(other))
                return false;
            throw;
        }
    }
}
