using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.Loyalty;

/// <summary>A row of the white space of a portfolio: one unit of one account.</summary>
/// <param name="Account">The id of the account.</param>
/// <param name="Unit">The unit; null for the account as a whole.</param>
/// <param name="Fields">The categories of the unit, in the order of those of the portfolio; categories that it does not mention are left
/// out.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record UnitSpace(string Account, string? Unit, IReadOnlyList<SpaceField> Fields)
{
    /// <summary>The categories of the unit.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<SpaceField> Fields { get; init => field = ValueList.Of(value, nameof(Fields)); } = ValueList.Of(Fields);

    /// <summary>The yearly amount that is open at the unit.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    [JsonIgnore]
    public decimal OpenAmount => DecimalOverflow.Named(
        () => Fields.Where(each => each.State == SpaceState.Open).Sum(each => each.Size ?? 0), "UnitSpace.OpenAmount",
        (nameof(Fields), Fields));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The account, the unit and how many categories it has.</returns>
    public override string ToString() => Invariant($"UnitSpace {{ Account = {Account}, Unit = {Unit}, Fields = {Fields.Count} }}");
}
