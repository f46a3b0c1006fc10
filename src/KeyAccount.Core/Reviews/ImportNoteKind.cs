using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>What an import tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportNoteKind>))]
public enum ImportNoteKind
{
    /// <summary>A value or a row that cannot be used.</summary>
    Fault,

    /// <summary>A value that is not one of those that its column can have.</summary>
    OutsideList,

    /// <summary>An account that a row names and that is not among the accounts; the row is left over.</summary>
    UnknownAccount,

    /// <summary>A person, a deal, a quote or a complaint that a row belongs to and that its account does not have; the row is left
    /// over.</summary>
    UnknownItem,

    /// <summary>A row that says nothing that an earlier one has not said.</summary>
    Repeated,

    /// <summary>Accounts whose names or ids look alike.</summary>
    AlikeAccounts,

    /// <summary>People of one account whose names or ids look alike.</summary>
    AlikePeople,

    /// <summary>Entries of another list of one account, such as its contracts or deals, whose ids look alike.</summary>
    AlikeItems,

    /// <summary>A date of what has happened that lies after the date of the facts: a review does not count it.</summary>
    FutureDate,

    /// <summary>An account that is new in the portfolio that is updated.</summary>
    NewAccount,

    /// <summary>An entry, such as a person, a deal or a month of purchases, that is new in an account of the portfolio that is
    /// updated.</summary>
    NewItem,

    /// <summary>A value of the portfolio that is updated that has become another one, or was not known.</summary>
    Change,

    /// <summary>An account, an entry or a value of the portfolio that is updated that the tables could have and do not have: it
    /// stays.</summary>
    Kept,
}
