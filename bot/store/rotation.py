"""Another master key for the same records: every row's own key is sealed anew, and found by another hash.

What people wrote stays as it is, under those keys. An old copy of the database still opens with the old master key.
"""

from __future__ import annotations

import json

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.schema import chats, data_keys, people
from bot.store.sealing import Cipher
from bot.store.transaction import key_kind


async def reseal(connection: AsyncConnection, old: Cipher, new: Cipher, now: int) -> int:
    """Seal all rows under another master key, in the open transaction; how many there were.

    Verdicts keep their marks: an export that was brought in before counts as new when it comes again.
    """
    count = 0
    for table in (people, chats):
        count += await _resealed(connection, table, old, new)
    await connection.execute(delete(data_keys))
    fingerprint = new.digest("data key", "fingerprint")
    await connection.execute(insert(data_keys).values(fingerprint=fingerprint, created_at=now))
    return count


async def _resealed(connection: AsyncConnection, table: Table, old: Cipher, new: Cipher) -> int:
    rows = (await connection.execute(select(table.c.id, table.c.lookup, table.c.sealed, table.c.key))).all()
    for row in rows:
        key = old.unseal(key_kind(table, row.lookup), row.key)
        channel, platform_id = json.loads(old.unseal(f"{table.name} address", row.sealed, key))
        lookup = new.digest(table.name, f"{channel}\0{platform_id}")
        values = {"lookup": lookup, "key": new.seal(key_kind(table, lookup), key)}
        await connection.execute(update(table).where(table.c.id == row.id).values(values))
    return len(rows)
