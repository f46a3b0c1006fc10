using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Activities;

/// <summary>The priority of inviting a guest.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<GuestPriority>))]
public sealed class GuestPriority : OrderedTerm<GuestPriority>
{
    /// <summary>Somebody who decides a deal that can still be moved, and is not won yet; value 1.</summary>
    public static readonly GuestPriority First = new(1);
    /// <summary>Somebody who has a part in such a deal, or decides and is not won yet; value 2.</summary>
    public static readonly GuestPriority Next = new(2);
    /// <summary>Somebody to keep in touch with; value 3.</summary>
    public static readonly GuestPriority Keep = new(3);

    private GuestPriority(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: first = 1 is invited first.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
