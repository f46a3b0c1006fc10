using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Services;

/// <summary>The kind of a service promise.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<PromiseKind>))]
public sealed class PromiseKind : Term<PromiseKind>
{
    /// <summary>Hours of work in a month; value 1.</summary>
    public static readonly PromiseKind Capacity = new(1);
    /// <summary>Working hours to a first answer; value 2.</summary>
    public static readonly PromiseKind Response = new(2);
    /// <summary>The availability of the customer's equipment, in per cent; value 3.</summary>
    public static readonly PromiseKind Availability = new(3);
    /// <summary>Days for which our stock at the customer lasts; value 4.</summary>
    public static readonly PromiseKind Stock = new(4);

    private PromiseKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
