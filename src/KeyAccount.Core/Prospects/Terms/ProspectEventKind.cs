using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Prospects;

/// <summary>What happened to a prospect.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProspectEventKind>))]
public sealed class ProspectEventKind : Term<ProspectEventKind>
{
    /// <summary>A key action is done; value 1.</summary>
    public static readonly ProspectEventKind Done = new(1);
    /// <summary>A key action is left out; value 2.</summary>
    public static readonly ProspectEventKind Waived = new(2);
    /// <summary>The prospect is given up; value 3.</summary>
    public static readonly ProspectEventKind Dropped = new(3);
    /// <summary>It is taken up again; value 4.</summary>
    public static readonly ProspectEventKind Reopened = new(4);

    private ProspectEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
