using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Relationships;

/// <summary>The snowball: how a relationship grows from a person to the organisation over time.</summary>
/// <remarks>
/// <para>Counted are people at CR2 or better by their last evidence, the departments and layers they are in, and which part of their
/// influence does not hang on the strongest of them. Growth = people at the end less people at the beginning, by quarter. Source of the
/// name: 《大客戶戰略客戶關係管理》 (关系雪球理论); what is counted and the sizes are a <c>LibraryDefault</c>.</para>
/// <para>Immutable; equal when the points are.</para>
/// </remarks>
public sealed record Snowball
{
    private const int CompanyDepartments = 3;
    private const int CompanyLayers = 3;
    private const int MostQuarters = 400;
    private const int MonthsOfQuarter = 3;

    /// <summary>A snowball from its points; what JSON reads back.</summary>
    /// <param name="points">The points, the oldest first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is null.</exception>
    /// <exception cref="ArgumentException">A point is null.</exception>
    public Snowball(IReadOnlyList<SnowballPoint> points) => Points = ValueList.Of(points);

    /// <summary>The size of the snowball at the end of each quarter, the oldest first.</summary>
    public IReadOnlyList<SnowballPoint> Points { get; }

    /// <summary>The average growth per quarter, in people; null for fewer than two points.</summary>
    [JsonIgnore]
    public double? GrowthPerQuarter =>
        Points?.Count > 1 ? ((double)Points[^1].People - Points[0].People) / (Points.Count - 1) : null;

    /// <summary>The snowball of people.</summary>
    /// <param name="people">The people, each once.</param>
    /// <param name="asOf">The day of the last point; later evidence is left out.</param>
    /// <param name="quarters">The number of quarters before it; 1 … 400.</param>
    /// <returns>One point at the beginning, and one at the end of each quarter.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A person is null or duplicated, or the date is of another calendar than ISO.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarters"/> is outside its range, or leaves the calendar.</exception>
    public static Snowball Of(IReadOnlyList<SnowballPerson> people, LocalDate asOf, int quarters = 8)
    {
        Guard.NoNull(people);
        Guard.Iso(asOf);
        Guard.Between(quarters, 1, MostQuarters);
        if (people.GroupBy(each => each.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { Key: var twice })
            throw new ArgumentException($"people has the id '{twice}' twice; each must be unique.", nameof(people));
        if (asOf.Year < (quarters / 4) + 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), asOf, Invariant($"asOf is {asOf:R}; {quarters} quarters before it are outside the calendar."));
        }

        return new([.. Enumerable.Range(0, quarters + 1).Select(i => PointOf(people, asOf.PlusMonths(MonthsOfQuarter * (i - quarters))))]);
    }

    private static SnowballPoint PointOf(IReadOnlyList<SnowballPerson> people, LocalDate day)
    {
        var won = people.Where(person => person.IsWonOn(day)).ToArray();
        var (departments, layers) = (Count(won, person => person.Department), Count(won, person => person.Layer));
        var (all, most) = (won.Sum(person => person.Influence), won.Length == 0 ? 0 : won.Max(person => person.Influence));
        return new(
            day, won.Length, departments, layers, all > 0 && double.IsFinite(all) ? 1 - (most / all) : null,
            won.Length == 0 ? null
            : departments >= CompanyDepartments && layers >= CompanyLayers ? SnowballScope.Company
            : departments > 1 || layers > 1 ? SnowballScope.Department
            : won.Length > 1 ? SnowballScope.Team
            : SnowballScope.Person);

        static int Count(IEnumerable<SnowballPerson> won, Func<SnowballPerson, string?> of) =>
            won.Select(of).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>The snowball as a curve, with an explanation.</summary>
    internal IEnumerable<Block> Blocks(DocumentWriter writer)
    {
        var last = Points[^1];
        yield return last.Scope is { } scope
            ? writer.Paragraph(
                "Relationships.Describe.snowball", scope, last.People, last.Departments, last.Layers,
                (object?)NumberCell.Percent(last.OrganisationIndex) ?? "–", NumberCell.Of(GrowthPerQuarter, 1, null, true))
            : writer.Paragraph("Relationships.Describe.snowball.none");
        yield return new CurveFigure(
            writer.Text("Relationships.Describe.snowball.curve"),
            writer.Text("Relationships.Describe.snowball.description"),
            writer.Axis("Relationships.Describe.snowball.quarters"),
            writer.Axis("Relationships.Describe.snowball.count"),
            [
                Curve("Relationships.Describe.snowball.people", point => point.People),
                Curve("Relationships.Describe.snowball.departments", point => point.Departments),
                Curve("Relationships.Describe.snowball.layers", point => point.Layers),
            ]);

        CurveSeries Curve(string key, Func<SnowballPoint, int> of) => new(
            writer.Capital(writer.Text(key)), [.. Points.Select((point, i) => new CurvePoint(i - Points.Count + 1, of(point)))]);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>How many points there are, and the last one.</returns>
    public override string ToString() => Invariant($"Snowball {{ Points = {Points?.Count}, ")
        + Invariant($"Last = {(Points is [.., var last] ? last : null)} }}");
}
